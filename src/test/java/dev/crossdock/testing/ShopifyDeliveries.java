package dev.crossdock.testing;

import dev.crossdock.testing.Installation.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Shopify shop that delivers signed messages to an installation. */
public final class ShopifyDeliveries {

  private static final String SECRET = "hush-hush-hush-hush";

  private static final String ORDER =
      """
      {"id":%1$s,"name":"#%1$s","order_number":1,"created_at":"2026-03-%6$02dT10:00:00Z",
       "processed_at":"2026-03-%6$02dT10:00:00Z","updated_at":"2026-03-%6$02dT10:00:00Z","cancelled_at":null,
       "currency":"USD","presentment_currency":"USD","financial_status":"%4$s","fulfillment_status":null,
       "taxes_included":false,"test":false,"source_name":"web","email":"ada@example.com","tags":"",
       "subtotal_price":"%5$d.00","total_line_items_price":"%5$d.00","total_discounts":"0.00","total_tax":"0.00",
       "total_price":"%5$d.00",
       "line_items":[{"id":%1$s1,"sku":"%2$s","title":"Lamp","name":"Lamp","quantity":%3$d,"current_quantity":%3$d,
         "fulfillable_quantity":%3$d,"fulfillment_service":"manual","gift_card":false,"requires_shipping":true,
         "price":"10.00","total_discount":"0.00","discount_allocations":[],"tax_lines":[]}],
       "shipping_lines":[],"tax_lines":[],"discount_codes":[],"refunds":[],"fulfillments":[],
       "shipping_address":{"first_name":"Ada","last_name":"No %1$s","name":"Ada No %1$s",
         "address1":"%1$s Example Street","city":"New York","province":"New York","province_code":"NY",
         "zip":"10001","country":"United States",
         "country_code":"US"},
       "billing_address":null,
       "customer":{"id":7%1$s,"email":"ada%1$s@example.com","first_name":"Ada","last_name":"No %1$s"}}
      """;

  private final Installation house;
  private final String account;

  public ShopifyDeliveries(Installation house, String account) {
    this.house = house;
    this.account = account;
  }

  /** Makes the account known. */
  public void open() {
    String body =
        "{\"channel\":\"shopify\",\"account\":\"%s\",\"name\":\"Shop\",\"credentials\":{\"webhookSecret\":\"%s\"}}"
            .formatted(account, SECRET);
    requireStatus(house.post("/api/v1/channel-accounts", body), 201);
  }

  /** Delivers a paid order of one line at 10 dollars a unit. */
  public void delivers(String id, String sku, int units) {
    delivers(id, sku, units, "paid");
  }

  public void delivers(String id, String sku, int units, String financialStatus) {
    deliversRaw("delivery-" + id, message(id, sku, units, financialStatus).getBytes(StandardCharsets.UTF_8));
  }

  /** What the shop says of such an order. */
  public String message(String id, String sku, int units, String financialStatus) {
    // A day of its own for each order, or they would look like duplicates of each other.
    int day = 1 + Integer.parseInt(id) % 28;
    return ORDER.formatted(id, sku, units, financialStatus, 10 * units, day);
  }

  /** The same with what the buyer wrote; the text must need no escape. */
  public void deliversWithNote(String id, String sku, String note) {
    int day = 1 + Integer.parseInt(id) % 28;
    String body = ORDER.formatted(id, sku, 1, "paid", 10, day).replaceFirst("\\{", "{\"note\":\"" + note + "\",");
    deliversRaw("delivery-" + id, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Delivers whatever this is, signed. */
  public void deliversRaw(String delivery, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(house.uri("/webhooks/shopify/" + account))
            .POST(BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Topic", "orders/create")
            .header("X-Shopify-Webhook-Id", delivery)
            .header("X-Shopify-Event-Id", delivery)
            .header("X-Shopify-Hmac-SHA256", signature(body))
            .build();
    requireStatus(house.send(request), 200);
  }

  /** The list with this order once its place in the answer says so. */
  public Reply orderWhen(String externalId, String pointer, String value) {
    return house.eventually("/api/v1/orders?channel=shopify&externalId=" + externalId, pointer, value);
  }

  private static void requireStatus(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("expected " + status + " but was " + reply);
    }
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
