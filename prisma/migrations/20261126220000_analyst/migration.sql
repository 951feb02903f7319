-- Analysts read as a role that sees rows of granted warehouses alone, whatever a statement asks for. Which ones: the setting
-- wba.warehouses of the transaction, ids with commas between them, or `all`; without it none.
CREATE FUNCTION "analyst_warehouses"() RETURNS SETOF UUID LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT w.id FROM public.warehouse w, current_setting('wba.warehouses', true) AS granted
  WHERE granted = 'all' OR w.id::text = ANY (string_to_array(granted, ','))
$$;
REVOKE ALL ON FUNCTION "analyst_warehouses"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "analyst_warehouses"() TO wba_analyst;

-- What the application may see depends on who calls, and its statements ask for that themselves. Policies would only cost it
-- good plans (behind one the planner trusts fewer operators), so they are not for it where the owner may say so; elsewhere
-- one that asks nothing lets it through.
DO $$
BEGIN
  IF NOT (SELECT rolbypassrls FROM pg_roles WHERE rolname = 'wba_app') THEN
    ALTER ROLE wba_app BYPASSRLS;
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN RAISE NOTICE 'wba_app is held by policies: an administrator may say ALTER ROLE wba_app BYPASSRLS';
  -- Another database of the cluster is migrated at this moment, and did it.
  WHEN internal_error THEN NULL;
END
$$;

-- The owner is not held by policies: no FORCE.
DO $$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['seller_account', 'warehouse', 'product', 'sku', 'sku_barcode', 'orders', 'wb_mirror', 'claim', 'stream_head', 'order_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY "app" ON %I TO wba_app USING (true)', name);
    EXECUTE format('GRANT SELECT ON %I TO wba_analyst', name);
  END LOOP;
END
$$;

-- ARRAY(…) is worked out once a statement; a function of the row would be called for each row.
CREATE POLICY "analyst" ON "warehouse" FOR SELECT TO wba_analyst USING ("id" = ANY (ARRAY(SELECT analyst_warehouses())));
CREATE POLICY "analyst" ON "orders" FOR SELECT TO wba_analyst USING ("warehouse_id" = ANY (ARRAY(SELECT analyst_warehouses())));
CREATE POLICY "analyst" ON "stream_head" FOR SELECT TO wba_analyst USING ("warehouse_id" = ANY (ARRAY(SELECT analyst_warehouses())));
-- The log is read through the table alone: its partitions are granted to nobody.
CREATE POLICY "analyst" ON "order_event" FOR SELECT TO wba_analyst USING ("warehouse_id" = ANY (ARRAY(SELECT analyst_warehouses())));
-- Of what hangs on these, as much as they show.
CREATE POLICY "analyst" ON "claim" FOR SELECT TO wba_analyst USING (EXISTS (SELECT FROM "orders" o WHERE o."id" = "order_id"));
CREATE POLICY "analyst" ON "wb_mirror" FOR SELECT TO wba_analyst USING (EXISTS (SELECT FROM "orders" o WHERE o."id" = "order_id"));
CREATE POLICY "analyst" ON "seller_account" FOR SELECT TO wba_analyst USING ("id" = ANY (ARRAY(SELECT w."seller_account_id" FROM "warehouse" w)));
-- Products are of an account and shared by its warehouses.
CREATE POLICY "analyst" ON "product" FOR SELECT TO wba_analyst USING ("seller_account_id" = ANY (ARRAY(SELECT w."seller_account_id" FROM "warehouse" w)));
CREATE POLICY "analyst" ON "sku" FOR SELECT TO wba_analyst USING ("seller_account_id" = ANY (ARRAY(SELECT w."seller_account_id" FROM "warehouse" w)));
CREATE POLICY "analyst" ON "sku_barcode" FOR SELECT TO wba_analyst USING (EXISTS (SELECT FROM "sku" s WHERE s."id" = "sku_id"));

-- A view reads with its owner's rights unless it is told to read with the caller's.
ALTER VIEW "order_state" SET (security_invoker = true);
GRANT SELECT ON "order_state" TO wba_analyst;
GRANT USAGE ON SCHEMA public TO wba_analyst;
