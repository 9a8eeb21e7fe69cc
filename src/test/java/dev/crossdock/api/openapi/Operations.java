package dev.crossdock.api.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people are told about each operation. An operation that is not here turns the test red. */
final class Operations {

  /**
   * One operation.
   *
   * @param request an example that is really sent by a test, in the order of this list; empty where there is none
   */
  record Operation(String tag, String summary, String description, String request) {}

  private static final Map<String, Operation> ALL = new LinkedHashMap<>();

  static {
    add("POST /api/v1/channel-accounts", "channels", "Store a channel account",
        "Makes the account, or changes the one of that name. Credentials are sealed and never given back; those that "
            + "are not named stay as they were.",
        """
        {"channel":"shopify","account":"acme","name":"Acme","settings":{},
         "credentials":{"webhookSecret":"a-secret-of-the-shop"}}
        """);
    add("GET /api/v1/channel-accounts", "channels", "List channel accounts",
        "Names credentials, never shows them.", "");
    add("POST /webhooks/{channel}/{account}", "channels", "Deliver a channel's message",
        "For channels, not for callers with keys: the message is authentic by its channel's own signature over the raw "
            + "body. It is stored before it is answered; the same delivery again is answered the same.",
        "");
    add("POST /api/v1/locations", "stock", "Store locations",
        "One or a list, each whole: what is absent takes its default. All of them are stored or none.",
        """
        [{"code":"NYC","name":"New York","kind":"WAREHOUSE",
          "address":{"country":"US","region":"NY","city":"New York","postalCode":"10001"},
          "geo":{"lat":40.7,"lon":-74.0}},
         {"code":"BOS","address":{"country":"US"}}]
        """);
    add("GET /api/v1/locations", "stock", "List locations", "All of them, inactive ones too.", "");
    add("POST /api/v1/products", "catalog", "Store products",
        "One or a list: what is absent stays as it is. All of them are stored or none. A SKU that orders waited for "
            + "sets them free.",
        """
        [{"sku":"A-1","title":"Lamp"},{"sku":"A-2","title":"Shade"},
         {"sku":"A-SET","title":"Lamp with shade","components":[{"sku":"A-1","units":1},{"sku":"A-2","units":1}]}]
        """);
    add("GET /api/v1/products", "catalog", "List products", "In the order of their SKUs.", "");
    add("PUT /api/v1/listings", "catalog", "Map what channels sell to SKUs",
        "One or a list. Every order line that waited for one of these goes on at once.",
        """
        [{"channel":"shopify","account":"acme","channelSku":"X","sku":"A-1"}]
        """);
    add("PUT /api/v1/stock", "stock", "Set counted stock",
        "What lies there now. Only differences are written; more of a SKU sets orders going that wait for it.",
        """
        [{"sku":"A-1","location":"NYC","onHand":10}]
        """);
    add("POST /api/v1/stock/adjustments", "stock", "Adjust stock",
        "What came (above zero) or went (below), one or a list, with one of the reasons RECEIVED, RETURNED, DAMAGED, "
            + "LOST, FOUND and CORRECTED. All of them are stored or none.",
        """
        [{"sku":"A-1","location":"NYC","delta":5,"reason":"RECEIVED","document":"PO-7"}]
        """);
    add("POST /api/v1/stock/blocks", "stock", "Block units, or free them",
        "Units above zero are taken out of what may be promised, units below zero are given back to it, for DAMAGED or "
            + "QUALITY_CONTROL. They stay on hand. All of them are stored or none.",
        """
        [{"sku":"A-1","location":"NYC","reason":"DAMAGED","units":1}]
        """);
    add("GET /api/v1/stock", "stock", "List stock",
        "Levels in the order of SKU and location, for one location or SKUs with a prefix, as they are or as they were: "
            + "at tells the instant, knownAt leaves out what was learned later.",
        "");
    add("GET /api/v1/stock/{sku}", "stock", "Show the stock of a SKU",
        "By location, with what may be promised; as it is, or as it was: at tells the instant, knownAt leaves out what "
            + "was learned later.",
        "");
    add("GET /api/v1/stock/{sku}/locations/{location}/ledger", "stock", "Show how a level came about",
        "Every change with reason, document and actor, the latest first.", "");
    imports();
    purchaseOrders();
    transfers();
    counts();
    Promising.tell(Operations::add);
    Shortages.tell(Operations::add);
    PoliciesTold.tell(Operations::add);
    Placing.tell(Operations::add);
    Publishing.tell(Operations::add);
    LotsTold.tell(Operations::add);
    NetworkTold.tell(Operations::add);
    TrialsTold.tell(Operations::add);
    TryoutTold.tell(Operations::add);
    add("GET /api/v1/orders", "orders", "Find orders",
        "By channel and externalId, or by the filter language of the console in q, for instance "
            + "is:open channel:shopify -hold:any.",
        "");
    add("GET /api/v1/orders/{id}", "orders", "Show an order",
        "With the place of every unit, holds, fulfilment orders, the routing decision and open exceptions. Its ETag "
            + "changes with any of them.",
        "");
    add("GET /api/v1/orders/{id}/journal", "orders", "Show what happened to an order", "The first event first.", "");
    add("POST /api/v1/orders/{id}/holds/{hold}/release", "orders", "Release a hold",
        "The order goes on; the same finding does not hold it again.",
        """
        {"note":"the buyer confirmed the address by phone"}
        """);
    add("GET /api/v1/restricted-countries", "orders", "List countries nothing is shipped to",
        "As ISO 3166-1 alpha-2 codes.", "");
    add("PUT /api/v1/restricted-countries", "orders", "Say which countries nothing is shipped to",
        "Replaces the list. An order for one of them is held; orders whose country is off the list go on.",
        """
        ["KP","SY"]
        """);
    add("POST /api/v1/checks", "checks", "Check all invariants", "While a run waits or runs, that one is told.", "");
    add("GET /api/v1/checks", "checks", "List runs of the checks", "The latest first.", "");
    add("GET /api/v1/checks/{id}", "checks", "Show a run of the checks", "With the violations it found.", "");
    add("GET /api/v1/exceptions", "exceptions", "List open exceptions", "What needs a person, the oldest first.", "");
    add("GET /api/v1/inbox/parked", "exceptions", "List messages that were not understood", "The newest first.", "");
    add("GET /api/v1/inbox/{id}", "exceptions", "Show how far a message has come", "Without its content.", "");
    add("POST /api/v1/inbox/{id}/rerun", "exceptions", "Run a message again", "After its cause is gone.", "");
  }

  private Operations() {}

  private static void imports() {
    add("POST /api/v1/stock/imports", "stock", "Import counts from a file",
        "CSV with the columns sku, location and onHand, or NDJSON with these properties; comma, semicolon, tab or bar, "
            + "UTF-8, UTF-16 or Latin-1. The file is stored and answered at once, and applied a thousand rows at a "
            + "time: only differences are written, and a row that is refused spoils no other.",
        "");
    add("GET /api/v1/stock/imports", "stock", "List imports", "The latest first.", "");
    add("GET /api/v1/stock/imports/{id}", "stock", "Show how far an import is", "Rows done, changed and refused.", "");
    add("GET /api/v1/stock/imports/{id}/errors", "stock", "Show the refused rows of an import",
        "As CSV: the line of the file, the column, the rule and a sentence.", "");
    add("POST /api/v1/imports/{kind}", "imports", "Import a file of rows",
        "The kind is adjustments (sku, location, delta, reason), purchase-orders (number, supplier, location, sku, "
            + "units), receipts (order, reference, sku, units), transfers (number, from, to, sku, units), "
            + "transfer-shipments (transfer, sku, units), transfer-receipts (transfer, reference, sku, units), "
            + "count-lists (number, location, sku) or counts (count, sku, bin, units). CSV in any usual "
            + "encoding and with any usual separator. Each row is judged by itself; the same file again does nothing "
            + "again.",
        "");
    add("GET /api/v1/imports", "imports", "List imported files", "The latest first.", "");
    add("GET /api/v1/imports/{id}", "imports", "Show an imported file", "How many rows were taken and refused.", "");
    add("GET /api/v1/imports/{id}/answers", "imports", "Show what became of each row",
        "As CSV: the line of the file, whether it was taken, its document, or column, rule and sentence.", "");
  }

  private static void purchaseOrders() {
    add("POST /api/v1/purchase-orders", "stock documents", "Place a purchase order",
        "Its units are incoming from now on. Without a number it gets the next of ours; overPerCent tells what may "
            + "come beyond the ordered units.",
        """
        {"supplier":"ACME","location":"NYC","overPerCent":10,"expectedOn":"2026-12-01",
         "lines":[{"sku":"A-1","units":10,"unitCost":{"amount":"4.20","currency":"USD"}}]}
        """);
    add("GET /api/v1/purchase-orders", "stock documents", "List purchase orders",
        "The latest first, by state, or by q: a part of the number or a SKU.", "");
    add("GET /api/v1/purchase-orders/{id}", "stock documents", "Show a purchase order", "Its ETag is its version.", "");
    add("POST /api/v1/purchase-orders/{id}/receipts", "stock documents", "Receive goods",
        "What arrived of each line, in parts or at once. The same delivery note again changes nothing; another content "
            + "under its reference is refused.",
        """
        {"reference":"DN-1","lines":[{"line":1,"units":6,"damaged":1,"qualityControl":2}]}
        """);
    add("POST /api/v1/purchase-orders/{id}/close", "stock documents", "Close a purchase order short",
        "What is outstanding will not come.", "");
    add("POST /api/v1/purchase-orders/{id}/cancel", "stock documents", "Cancel a purchase order",
        "Only while nothing was received.", "");
  }

  private static void counts() {
    add("PUT /api/v1/stock/bins", "stock", "Say what lies in bins",
        "One or a list. Bins are labels on what is on hand; together they never hold more. A bin with nothing is gone.",
        """
        [{"sku":"A-1","location":"NYC","bin":"R1-S2","units":3}]
        """);
    add("GET /api/v1/stock/{sku}/bins", "stock", "Show the bins of a SKU", "By location and name.", "");
    add("GET /api/v1/stock/{sku}/incoming", "stock", "Show what is on its way of a SKU",
        "From purchase orders, transfers and returns, the soonest first.", "");
    add("POST /api/v1/counts", "stock documents", "Begin a count",
        "Blind: what is expected is not shown before a line is counted. The units of a bin are blocked until its line "
            + "is done with; everything else goes on. A variance above approveAbove units waits for approval; "
            + "of a SKU that is kept by lot, those of its lots are added up.",
        """
        {"location":"NYC","approveAbove":2,"lines":[{"sku":"A-1","bin":"R1-S2"},{"sku":"A-2"}]}
        """);
    add("GET /api/v1/counts", "stock documents", "List counts",
        "The latest first, by state, or by q: a part of the number or a SKU.", "");
    add("GET /api/v1/counts/{id}", "stock documents", "Show a count", "Its ETag is its version.", "");
    add("POST /api/v1/counts/{id}/lines", "stock documents", "Tell what was counted",
        "What came and went between the beginning and countedAt is reckoned with. Of a SKU that is kept by lot all "
            + "lots are named; one that is not was not found.",
        """
        {"lines":[{"line":1,"units":3},{"line":2,"lots":[{"lot":"L-1","expiresOn":"2027-01-31","units":4}]}]}
        """);
    add("POST /api/v1/counts/{id}/approve", "stock documents", "Approve variances", "The lines are booked.",
        """
        {"lines":[1]}
        """);
    add("POST /api/v1/counts/{id}/recount", "stock documents", "Have lines counted again",
        "What was counted is forgotten.",
        """
        {"lines":[1]}
        """);
    add("POST /api/v1/counts/{id}/cancel", "stock documents", "Cancel a count",
        "What is not booked will not be.", "");
  }

  private static void transfers() {
    add("POST /api/v1/transfers", "stock documents", "Request a transfer",
        "Its units are promised to it at once, all of them or none.",
        """
        {"from":"NYC","to":"BOS","expectedOn":"2026-12-01","lines":[{"sku":"A-1","units":2}]}
        """);
    add("GET /api/v1/transfers", "stock documents", "List transfers",
        "The latest first, by state, or by q: a part of the number or a SKU.", "");
    add("GET /api/v1/transfers/{id}", "stock documents", "Show a transfer", "Its ETag is its version.", "");
    add("POST /api/v1/transfers/{id}/ship", "stock documents", "Ship a transfer",
        "All of it, or what is told of each line; the rest may be promised again. What left is incoming at its target.",
        """
        {"lines":[{"line":1,"units":2}]}
        """);
    add("POST /api/v1/transfers/{id}/receipts", "stock documents", "Receive a transfer",
        "In parts or at once. The same delivery note again changes nothing.",
        """
        {"reference":"DN-2","lines":[{"line":1,"units":2}]}
        """);
    add("POST /api/v1/transfers/{id}/complete", "stock documents", "Complete a transfer",
        "What is still on its way is lost.", "");
    add("POST /api/v1/transfers/{id}/cancel", "stock documents", "Cancel a transfer", "Only before it left.", "");
  }

  static Map<String, Operation> all() {
    return ALL;
  }

  private static void add(String route, String tag, String summary, String description, String request) {
    ALL.put(route, new Operation(tag, summary, description, request.strip()));
  }
}
