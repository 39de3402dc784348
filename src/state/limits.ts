// What a limiter of rate-limiter-flexible says, as a verdict.
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limiter } from './contract.ts';

/** Asks a limiter; `most` and `seconds` are what it was made with. */
export function limiterOf(limiter: RateLimiterAbstract, most: number, seconds: number): Limiter {
  return {
    async consume(key) {
      const result = await limiter.consume(key).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      const { consumedPoints, msBeforeNext } = result;
      return {
        allowed: consumedPoints <= most,
        first: consumedPoints === most + 1,
        // A clock that was set back makes it look longer than a period can be.
        wait: Math.min(Math.max(msBeforeNext, 0), seconds * 1000),
      };
    },
  };
}

/** The limits of one process. @param asked hears of each time that they are asked */
export function ownLimiter(most: number, seconds: number, asked: () => void = () => {}): RateLimiterMemory {
  return new (class extends RateLimiterMemory {
    override consume(key: string | number, points?: number): Promise<RateLimiterRes> {
      asked();
      return super.consume(key, points);
    }
  })({ points: most, duration: seconds });
}
