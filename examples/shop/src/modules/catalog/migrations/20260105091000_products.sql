-- migrate:up
CREATE TABLE products (
  id uuid PRIMARY KEY,
  sku text NOT NULL CONSTRAINT products_sku_key UNIQUE,
  name text NOT NULL,
  price_cents integer NOT NULL CONSTRAINT products_price_check CHECK (price_cents > 0),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
