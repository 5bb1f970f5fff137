import { rateLimit } from 'express-rate-limit';

export const rateLimitMiddleware = rateLimit({
  windowMs: 60_000,
  limit: 300,
  skip: (req) => req.path === '/health',
});
