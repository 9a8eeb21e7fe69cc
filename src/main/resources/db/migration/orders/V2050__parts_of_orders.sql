-- Parts of an order are written with it, by one writer and in one transaction, and only ever with it. A foreign key
-- made the server look the order up and lock its row again for each of them, eight times an order: more work than
-- writing the parts themselves. The check of orders looks for parts without an order instead.
alter table order_line drop constraint order_line_merchant_order_id_fkey;
alter table order_line_component drop constraint order_line_component_merchant_order_id_line_fkey;
alter table order_tax drop constraint order_tax_merchant_order_id_fkey;
alter table order_charge drop constraint order_charge_merchant_order_id_fkey;

-- A line that is made of nothing but its own SKU, once, says so by its SKU alone; kits keep their parts.
delete from order_line_component c
using order_line l
where l.merchant = c.merchant and l.order_id = c.order_id and l.line = c.line and l.sku = c.sku and c.units = 1;
