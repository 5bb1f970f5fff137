-- migrate:up
CREATE TABLE invoices (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL CONSTRAINT invoices_order_key UNIQUE,
  customer_id uuid NOT NULL,
  amount_cents bigint NOT NULL CONSTRAINT invoices_amount_check CHECK (amount_cents > 0),
  status text NOT NULL DEFAULT 'open' CONSTRAINT invoices_status_check CHECK (status IN ('open', 'paid')),
  version integer NOT NULL DEFAULT 1,
  due_at timestamptz NOT NULL
);

CREATE INDEX invoices_by_customer ON invoices (customer_id, id);

CREATE TABLE payments (
  id uuid PRIMARY KEY,
  invoice_id uuid NOT NULL REFERENCES invoices (id),
  status text NOT NULL DEFAULT 'pending' CONSTRAINT payments_status_check CHECK (status IN ('pending', 'settled', 'declined')),
  provider_reference text,
  started_at timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX payments_one_per_invoice ON payments (invoice_id) WHERE status <> 'declined';
