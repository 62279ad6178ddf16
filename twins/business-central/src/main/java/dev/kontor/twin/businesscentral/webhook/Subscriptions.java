package dev.kontor.twin.businesscentral.webhook;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Delivery;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Webhooks;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Rules;
import dev.kontor.twin.kit.odata.Schema;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhook subscriptions of the environment (behaviours.md §7). */
public final class Subscriptions implements Rules {
  public static final String SET = "subscriptions";
  public static final Schema SCHEMA =
      Schema.parse(
          """
          subscriptions subscription
            subscriptionId string(150) ro
            notificationUrl string(2048)
            resource string(2048)
            userId guid ro
            lastModifiedDateTime datetime ro
            clientState string(2048)
            expirationDateTime datetime ro
          """);
  private static final Pattern RESOURCE =
      Pattern.compile("/?api/v2\\.0/companies\\(([0-9a-fA-F-]+)\\)/(\\w+)");
  private static final Set<String> DOCUMENTED =
      Set.of(
          "accounts",
          "companyInformation",
          "countriesRegions",
          "currencies",
          "customers",
          "dimensions",
          "itemCategories",
          "items",
          "journals",
          "paymentMethods",
          "paymentTerms",
          "salesCreditMemos",
          "salesInvoices",
          "salesOrders",
          "shipmentMethods",
          "unitsOfMeasure");

  /** Allowed by the ERP's own rule, but not on the documented list. */
  private static final Set<String> MORE =
      Set.of("itemVariants", "salesShipments", "itemLedgerEntries");

  private static final Duration LIFE = Duration.ofDays(3);
  private static final int MOST = 200;

  private final Records records;
  private final Webhooks webhooks;
  private final Set<String> offered = new TreeSet<>(DOCUMENTED);

  /**
   * The records are the environment's, not a company's.
   *
   * @param documentedOnly whether nothing beyond the documented list is offered
   */
  public Subscriptions(Records records, Webhooks webhooks, boolean documentedOnly) {
    this.records = records;
    this.webhooks = webhooks;
    if (!documentedOnly) {
      offered.addAll(MORE);
    }
  }

  /** Entity sets that can be subscribed to. */
  public Set<String> offered() {
    return Set.copyOf(offered);
  }

  /**
   * Calls the notification URL on creation and renewal, before anything is stored and outside any
   * transaction; throws ODataFault when the token does not come back.
   */
  public void handshake(Call call, Optional<String> id) {
    boolean creates = call.method().equals("POST");
    if (!creates && !call.method().equals("PATCH")) {
      return;
    }
    JsonNode body = call.json();
    String url =
        body.has("notificationUrl")
            ? Records.text(body, "notificationUrl")
            : id.flatMap(i -> records.rows().reading(() -> records.byId(SET, i)))
                .map(row -> Records.text(row, "notificationUrl"))
                .orElse("");
    String token = Ids.guid();
    String joint = url.contains("?") ? "&" : "?";
    Delivery delivery =
        url.isEmpty()
            ? new Delivery(0, "no notificationUrl")
            : webhooks.post(
                address(url + joint + "validationToken=" + token), Map.of(), new byte[0]);
    if (delivery.status() != 200 || !delivery.body().strip().equals(token)) {
      throw Faults.dialog(
          "The notification URL did not return the validation token (status %d)."
              .formatted(delivery.status()));
    }
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw Faults.dialog("The notification URL is not a valid address: " + url);
    }
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    supported(Records.text(body, "resource"));
    if (records.all(SET).size() >= MOST) {
      throw Faults.dialog("The number of webhook subscriptions exceeds the limit of " + MOST + ".");
    }
    String id = Ids.hex();
    ObjectNode row = SCHEMA.require(SET).blank();
    row.setAll(body);
    return renewed(row.put("id", id).put("subscriptionId", id));
  }

  private void supported(String resource) {
    Matcher named = RESOURCE.matcher(resource);
    if (!named.matches() || !offered.contains(named.group(2))) {
      throw ODataFault.rule(400, "BadRequest", "The resource '" + resource + "' is not supported.");
    }
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    row.setAll(patch);
    supported(Records.text(row, "resource"));
    return renewed(row);
  }

  private ObjectNode renewed(ObjectNode row) {
    return records.save(SET, row.put("expirationDateTime", records.now().plus(LIFE).toString()));
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    records.remove(SET, Records.text(row, "id"));
  }

  /** What is over its time is gone, as the ERP's own clean-up takes it away. */
  public void expire() {
    all().stream()
        .filter(
            row -> !Instant.parse(Records.text(row, "expirationDateTime")).isAfter(records.now()))
        .forEach(row -> drop(Records.text(row, "id")));
  }

  /** Takes all of them away, as copying or cleaning an environment does. */
  public void clean() {
    all().forEach(row -> drop(Records.text(row, "id")));
  }

  /** Every subscription there is. */
  public List<ObjectNode> all() {
    return records.rows().reading(() -> records.all(SET));
  }

  /** Live subscriptions to changes of one entity set of one company. */
  List<ObjectNode> to(String company, String set) {
    expire();
    return all().stream()
        .filter(
            row -> {
              var m = RESOURCE.matcher(Records.text(row, "resource"));
              return m.matches() && m.group(1).equalsIgnoreCase(company) && m.group(2).equals(set);
            })
        .toList();
  }

  Optional<ObjectNode> find(String id) {
    return records.rows().reading(() -> records.byId(SET, id));
  }

  void drop(String id) {
    records
        .rows()
        .changing(
            () -> {
              if (records.byId(SET, id).isPresent()) {
                records.remove(SET, id);
              }
              return id;
            });
  }
}
