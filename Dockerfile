# The bot in a container: the packages are installed in one stage, and only what runs is taken into the other.
FROM node:22-bookworm-slim AS packages
WORKDIR /bot
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production HEALTH_PORT=9090
WORKDIR /bot
COPY --from=packages /bot/node_modules node_modules
COPY package.json tsconfig.json ./
COPY src src
COPY commands commands
COPY knowledge knowledge
# Starts faster from a bundle; a container could not write it.
RUN node src/launch/write-bundle.js
# A folder for what is kept, that a volume can take the place of: UNANSWERED_LOG, and where sharing is off.
RUN mkdir /data && chown node /data && ln -s /data/sharing-off.json sharing-off.json
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm, so that a signal reaches the bot.
CMD ["node", "--max-semi-space-size=2", "src/launch/start.js"]
