package dev.kontor.twin.magento.bulk;

import java.util.Locale;
import java.util.Map;

/** Names of the queues; each route has its own. */
final class Topics {
  private static final Map<String, String> SERVICES =
      Map.of(
          "products", "catalog.api.productrepositoryinterface.save",
          "inventory", "inventory.api.sourceitemssaveinterface.execute",
          "order", "sales.api.shiporderinterface.execute",
          "customers", "customer.api.customerrepositoryinterface.save");

  private Topics() {}

  static String of(String route) {
    String[] parts = route.split("[ /]+");
    String area = parts[2];
    String service = SERVICES.getOrDefault(area, area.toLowerCase(Locale.ROOT) + ".api");
    return "async.magento." + service + "." + parts[0].toLowerCase(Locale.ROOT);
  }

  /** The class and method behind a topic, as messages name it. */
  static String service(String topic) {
    return topic.contains("productrepository")
        ? "Magento\\Catalog\\Model\\ProductRepository\\Interceptor::save"
        : topic;
  }
}
