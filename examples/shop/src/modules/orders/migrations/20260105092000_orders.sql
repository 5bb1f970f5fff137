-- migrate:up
CREATE TABLE orders (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'placed' CONSTRAINT orders_status_check CHECK (status IN ('placed', 'paid')),
  total_cents bigint NOT NULL,
  version integer NOT NULL DEFAULT 1,
  placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_lines (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES orders (id),
  product_id uuid NOT NULL,
  quantity integer NOT NULL CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
  unit_price_cents integer NOT NULL,
  CONSTRAINT order_lines_product_key UNIQUE (order_id, product_id)
);

CREATE TABLE orderable_products (
  product_id uuid PRIMARY KEY,
  price_cents integer NOT NULL,
  version integer NOT NULL
);
