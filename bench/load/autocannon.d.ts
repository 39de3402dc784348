// The part of autocannon that the load uses: the package comes without types.
declare module 'autocannon' {
  type Sent = {
    method?: string;
    path?: string;
    body?: string;
    headers?: Readonly<Record<string, string>>;
  };
  /** Lives from a request to its response. */
  type Context = { id?: string };
  type Options = {
    readonly url: string | readonly string[];
    readonly connections: number;
    /** In seconds. */
    readonly duration: number;
    /** Requests a second over all connections; absent, as many as there are answers. */
    readonly overallRate?: number;
    readonly requests: readonly {
      setupRequest(request: Sent, context: Context): Sent;
      onResponse(status: number, body: string, context: Context): void;
    }[];
  };
  type Result = {
    readonly requests: { readonly total: number };
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    /** In seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly non2xx: number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
