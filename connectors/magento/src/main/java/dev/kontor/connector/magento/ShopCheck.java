package dev.kontor.connector.magento;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.product.ShopFacts;
import dev.kontor.connector.magento.stock.StockSetup;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reach, sign-in and rights of one shop. Changes nothing: whether it may write is seen by writing
 * to an order that cannot be there, as the shop looks at rights first (magento/contract.md §1).
 */
final class ShopCheck {

  private static final String NOBODYS_ORDER = "orders/0/comments";

  private static final String COMMENT =
      """
      {"statusHistory": {"comment": "Kontor", "is_customer_notified": 0,
       "is_visible_on_front": 0}}\
      """;

  private final MagentoApi api;
  private final MagentoSettings settings;
  private final StockSetup stock;
  private final ShopFacts facts;
  private final List<Finding> findings = new ArrayList<>();

  ShopCheck(MagentoApi api, MagentoSettings settings, StockSetup stock, ShopFacts facts) {
    this.api = api;
    this.settings = settings;
    this.stock = stock;
    this.facts = facts;
  }

  List<Finding> findings() {
    List<Fault> faults = new ArrayList<>();
    readable().forEach((what, entity) -> read(what, entity, faults));
    if (faults.stream().anyMatch(fault -> !(fault instanceof Fault.Forbidden))) {
      return List.copyOf(findings);
    }
    findings.add(Finding.ok("sign-in", "the shop knows the integration"));
    if (settings.replyComment()) {
      write("comment on orders", NOBODYS_ORDER, COMMENT);
    }
    if (settings.stock().used()) {
      stock();
    }
    if (settings.progress().used()) {
      progress();
    }
    if (settings.prices().used()) {
      prices();
    }
    if (settings.prices().used() || settings.customers().used()) {
      read("customer groups", this::groups);
    }
    commerce();
    if (!settings.stock().used() && !settings.prices().used() && !settings.products().used()) {
      chosenOptions();
    }
    if (settings.products().used()) {
      // Who may read articles may write them.
      if (!settings.stock().used() && !settings.prices().used()) {
        read("articles", () -> api.search("products", new SearchCriteria(1).only("sku")));
      }
      if (settings.products().pictures() && !settings.prices().used()) {
        write("add pictures", "products/0/media", "{\"entry\": {}}");
      }
      new ProductCheck(api, settings.products(), facts).about(this);
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** Entity by what people call it. */
  private static Map<String, String> readable() {
    Map<String, String> readable = new LinkedHashMap<>();
    readable.put("orders", "orders");
    readable.put("invoices", "invoices");
    readable.put("shipments", "shipments");
    readable.put("credit memos", "creditmemos");
    return readable;
  }

  /** A fault that is not about a right holds for everything, and is told once. */
  private void read(String what, String entity, List<Fault> faults) {
    if (faults.stream().anyMatch(fault -> !(fault instanceof Fault.Forbidden))) {
      return;
    }
    try {
      api.search(entity, new SearchCriteria(1).only("entity_id"));
    } catch (FaultException e) {
      faults.add(e.fault());
      if (e.fault() instanceof Fault.Forbidden forbidden) {
        missing("read " + what, forbidden.resource());
      } else {
        findings.add(Finding.error("sign-in", e.fault().message(), remedy(e.fault())));
      }
    }
  }

  /** The same where only the right is in question. */
  void read(String what, Runnable call) {
    try {
      call.run();
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Forbidden forbidden) {
        missing("read " + what, forbidden.resource());
      } else if (e.fault() instanceof Fault.Misconfigured wrong) {
        String setting = wrong.setting().substring(settings.connection().length() + 1);
        findings.add(
            Finding.error("setting " + setting, wrong.problem(), "correct it in the settings"));
      } else {
        findings.add(Finding.error(what, e.fault().message(), "run the check again"));
      }
    }
  }

  private void stock() {
    read("stocks and sources", stock::get);
    read(
        "quantities at sources",
        () -> api.search("inventory/source-items", new SearchCriteria(1).only("sku")));
    read("articles", () -> api.search("products", new SearchCriteria(1).only("sku")));
    write("set quantities at sources", "inventory/source-items", "{\"sourceItems\": []}");
  }

  private void progress() {
    write("ship orders", "order/0/ship", "{}");
    if (settings.progress().invoices() != ProgressSettings.Invoices.COMMENT) {
      write("invoice orders", "order/0/invoice", "{}");
    }
    if (settings.progress().cancel()) {
      write("cancel orders", "orders/0/cancel", "{}");
    }
    if (!settings.replyComment()) {
      write("comment on orders", NOBODYS_ORDER, COMMENT);
    }
    if (settings.progress().source() == null && !settings.stock().used()) {
      read("stocks and sources", stock::get);
    }
  }

  private void prices() {
    write("read and set prices", "products/tier-prices-information", "{\"skus\": []}");
    if (!settings.stock().used()) {
      read("articles", () -> api.search("products", new SearchCriteria(1).only("sku")));
    }
  }

  /** Nothing else needs articles then. */
  private void chosenOptions() {
    try {
      api.search("products", new SearchCriteria(1).only("sku"));
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Forbidden forbidden) {
        findings.add(
            Finding.warning(
                "right to read articles",
                forbidden.resource()
                    + " is missing, so orders in which buyers chose custom options are held",
                "allow it if the shop sells articles with custom options"));
      }
    }
  }

  private void commerce() {
    if (settings.customers().used()) {
      read("customers", () -> api.search("customers/search", new SearchCriteria(1)));
      write("change customers", "PUT", "customers/0", "{\"customer\": {}}");
    }
    if (settings.companies()) {
      read("companies", () -> api.search("company/", new SearchCriteria(1)));
      read("company credit", () -> api.search("companyCredits/", new SearchCriteria(1)));
      read("carts", () -> api.search("carts/search", new SearchCriteria(1)));
      write("answer quotes", "POST", "negotiableQuote/submitToCustomer", "{}");
    }
    if (settings.companies() && settings.customers().used()) {
      write("change companies", "PUT", "company/0", "{\"company\": {}}");
    }
    if (settings.returns()) {
      read("returns", () -> api.search("returns", new SearchCriteria(1)));
    }
  }

  private void groups() {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    api.search("customerGroups/search", new SearchCriteria(SearchCriteria.MAX_SIZE))
        .forEach(group -> known.add(group.path("code").asString("")));
    named("prices.groups", settings.prices().groups(), known);
    named("customers.groups", settings.customers().groups(), known);
  }

  private void named(String setting, Map<String, String> groups, Set<String> known) {
    groups.forEach(
        (group, name) -> {
          if (!known.contains(name)) {
            findings.add(
                Finding.error(
                    "setting " + setting + "." + group,
                    "names '" + name + "', but the shop has no such customer group",
                    "enter the name of a customer group (Customers, Customer Groups)"));
          }
        });
  }

  /** Whether the shop lets the hub write, seen by a call that cannot change anything. */
  void write(String what, String path, String nothing) {
    write(what, "POST", path, nothing);
  }

  private void write(String what, String method, String path, String nothing) {
    Reply reply = api.attempt(method, path, ModelJson.parse(nothing));
    if (reply.status() == 401
        && api.fault(true, path, reply) instanceof Fault.Forbidden forbidden) {
      missing(what, forbidden.resource());
    }
  }

  private void missing(String what, String resource) {
    findings.add(
        Finding.error(
            "right to " + what,
            resource + " is missing",
            "allow it in the integration's API resources, then save and activate it again"));
  }

  void wrong(String setting, String problem, String remedy) {
    findings.add(Finding.error("setting " + setting, problem, remedy));
  }

  private static String remedy(Fault fault) {
    return fault instanceof Fault.Unavailable
        ? "check the setting url, and that the hub can reach the shop"
        : "check the settings url, store and the integration's keys";
  }
}
