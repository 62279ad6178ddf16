package dev.kontor.connector.magento;

import dev.kontor.model.ProgressEvent.Kind;
import dev.kontor.spi.Settings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the shop shows what the ERP does with an order.
 *
 * @param used whether the connection's settings speak of it at all
 * @param cancel whether an order cancelled in the ERP is cancelled in the shop
 * @param invoices what becomes of the ERP's invoices
 * @param source code of the source all goods leave; null for the one that has them
 * @param locations source codes by the ERP's location codes
 * @param carriers the shop's carrier codes by the ERP's
 * @param mails on which occasions the shop mails the buyer
 */
public record ProgressSettings(
    boolean used,
    boolean cancel,
    Invoices invoices,
    @Nullable String source,
    Map<String, String> locations,
    Map<String, String> carriers,
    Set<Kind> mails) {

  /** What becomes of an invoice in the shop. */
  public enum Invoices {
    /** A comment. */
    COMMENT,
    /** An invoice, without asking the payment provider for money. */
    CREATE,
    /** An invoice, and the payment provider collects the money. */
    CAPTURE
  }

  static ProgressSettings of(Settings settings) {
    JsonNode node = settings.node("progress");
    String source = node.path("source").asString("");
    return new ProgressSettings(
        node.isObject(),
        node.path("cancel").asBoolean(true),
        invoices(settings, node.path("invoices").asString("comment")),
        source.isBlank() ? null : source,
        named(node.path("locations")),
        named(node.path("carriers")),
        mails(settings, node.path("mails")));
  }

  private static Map<String, String> named(JsonNode node) {
    Map<String, String> named = new LinkedHashMap<>();
    node.properties().forEach(e -> named.put(e.getKey(), e.getValue().asString("")));
    return Map.copyOf(named);
  }

  private static Invoices invoices(Settings settings, String name) {
    return switch (name) {
      case "comment" -> Invoices.COMMENT;
      case "create" -> Invoices.CREATE;
      case "capture" -> Invoices.CAPTURE;
      default ->
          throw MagentoSettings.wrong(
              settings,
              "progress.invoices",
              "knows no '" + name + "'; write comment, create or capture");
    };
  }

  private static Set<Kind> mails(Settings settings, JsonNode names) {
    Set<Kind> mails = EnumSet.noneOf(Kind.class);
    for (JsonNode name : names) {
      switch (name.asString("")) {
        case "shipped" -> mails.add(Kind.SHIPPED);
        case "invoiced" -> mails.add(Kind.INVOICED);
        default ->
            throw MagentoSettings.wrong(
                settings,
                "progress.mails",
                "knows no '" + name.asString("") + "'; write shipped or invoiced");
      }
    }
    return Set.copyOf(mails);
  }
}
