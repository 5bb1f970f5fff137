-- migrate:up
-- New rows are checked from here on; the next migration looks at the old ones, without keeping anyone from writing.
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total_cents > 0) NOT VALID;
