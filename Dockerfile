# One process, no development packages, no root: the same program as `npm start`, on the image's own Node 24.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Without scripts: the pinned runtime of the project is the image's own here.
RUN npm ci --omit=dev --ignore-scripts
COPY commands ./commands
COPY knowledge ./knowledge
COPY src ./src
# The compiled copy of the knowledge is made here, since the root file system may be read-only later.
RUN node src/cli/compile.ts

FROM node:24-slim
ENV NODE_ENV=production \
    PORT=3000
WORKDIR /app
COPY --from=build /app ./
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
