CREATE INDEX "products_unpublish" ON "products" USING btree ("store_id","unpublish_at") WHERE unpublish_at is not null;
--> statement-breakpoint
CREATE INDEX "variants_preorder" ON "variants" USING btree ("store_id","preorder_ships_at") WHERE preorder_ships_at is not null;
--> statement-breakpoint
ALTER POLICY "store_counters_own_store" ON "store_counters" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "users_own_store" ON "users" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "addresses_own_store" ON "addresses" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "roles_own_store" ON "roles" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "role_grants_own_store" ON "role_grants" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "api_keys_own_store" ON "api_keys" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "audit_entries_own_store" ON "audit_entries" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "assets_own_store" ON "assets" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "brands_own_store" ON "brands" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "product_types_own_store" ON "product_types" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "attributes_own_store" ON "attributes" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "categories_own_store" ON "categories" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "collections_own_store" ON "collections" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "former_slugs_own_store" ON "former_slugs" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "translations_own_store" ON "translations" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "products_own_store" ON "products" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "product_tags_own_store" ON "product_tags" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "media_own_store" ON "media" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "variants_own_store" ON "variants" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "product_relations_own_store" ON "product_relations" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "attribute_values_own_store" ON "attribute_values" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "cache_versions_own_store" ON "cache_versions" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "collection_products_own_store" ON "collection_products" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "consents_own_store" ON "consents" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "customer_groups_own_store" ON "customer_groups" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "customer_group_members_own_store" ON "customer_group_members" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "totp_factors_own_store" ON "totp_factors" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "recovery_codes_own_store" ON "recovery_codes" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "passkeys_own_store" ON "passkeys" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "challenges_own_store" ON "challenges" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "import_jobs_own_store" ON "import_jobs" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "import_problems_own_store" ON "import_problems" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_locations_own_store" ON "stock_locations" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_levels_own_store" ON "stock_levels" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_reservations_own_store" ON "stock_reservations" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_movements_own_store" ON "stock_movements" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "bundle_components_own_store" ON "bundle_components" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_alerts_own_store" ON "stock_alerts" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "events_own_store" ON "events" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "event_cursors_own_store" ON "event_cursors" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "idempotency_records_own_store" ON "idempotency_records" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "shipping_methods_own_store" ON "shipping_methods" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "carts_own_store" ON "carts" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "cart_lines_own_store" ON "cart_lines" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "orders_own_store" ON "orders" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "order_lines_own_store" ON "order_lines" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "payments_own_store" ON "payments" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "payment_events_own_store" ON "payment_events" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "test_gateway_charges_own_store" ON "test_gateway_charges" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "prices_own_store" ON "prices" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "product_prices_own_store" ON "product_prices" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "price_lists_own_store" ON "price_lists" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "price_list_entries_own_store" ON "price_list_entries" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "price_history_own_store" ON "price_history" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "email_verifications_own_store" ON "email_verifications" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "username_reservations_own_store" ON "username_reservations" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "email_changes_own_store" ON "email_changes" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "password_resets_own_store" ON "password_resets" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "reviews_own_store" ON "reviews" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "review_pictures_own_store" ON "review_pictures" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "review_votes_own_store" ON "review_votes" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "review_reports_own_store" ON "review_reports" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "sessions_own_store" ON "sessions" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "refresh_tokens_own_store" ON "refresh_tokens" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "login_attempts_own_store" ON "login_attempts" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "limited_actions_own_store" ON "limited_actions" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_transfers_own_store" ON "stock_transfers" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
--> statement-breakpoint
ALTER POLICY "stock_transfer_lines_own_store" ON "stock_transfer_lines" TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
