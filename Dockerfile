# Two images from one build: `gateway` (also the worker, the migration step and the operator's programs) and `web`.
#   docker build --target gateway -t wb-assistant/gateway .      docker build --target web -t wb-assistant/web .
ARG NODE=node:24.21.0-bookworm-slim
ARG NGINX=nginxinc/nginx-unprivileged:1.28-alpine-slim

FROM ${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run bundle

FROM ${NGINX} AS web
LABEL org.opencontainers.image.title="WB Assistant web" \
      org.opencontainers.image.description="The screens of WB Assistant: static files" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /build/dist/images/web/nginx/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /build/dist/images/web/nginx /etc/nginx/wba
COPY --from=build /build/dist/images/web/files /srv/www
USER 101
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --start-interval=1s \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthy"]

FROM ${NODE} AS gateway
LABEL org.opencontainers.image.title="WB Assistant gateway" \
      org.opencontainers.image.description="GraphQL gateway, worker and migrations of WB Assistant" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /build/dist/images/gateway ./
USER node
EXPOSE 4000
# Readiness and not liveness: whoever routes by health must send nobody to a gateway that has no database.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=2 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/gateway/main.js"]
CMD ["gateway"]
