import type { NextFunction, Request, Response } from 'express';

export function errorMiddleware(error: Error, req: Request, res: Response, _next: NextFunction): void {
  console.error(`${req.method} ${req.url} failed`, error);
  res.status(500).json({ error: error.message });
}
