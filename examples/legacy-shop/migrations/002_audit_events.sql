-- The newest table, and the first with a key that sorts by time.
CREATE TABLE audit_events (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  correlation_id uuid NOT NULL DEFAULT gen_random_uuid(),
  action text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now()
);
