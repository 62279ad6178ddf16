package dev.kontor.connector.financeoperations;

import dev.kontor.kit.ShopTable;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Settings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of one legal entity; their meaning stands in {@code settings.schema.json}.
 *
 * @param url of the environment, without a slash at its end
 * @param company the legal entity, {@code dataAreaId}
 * @param open all settings that are no secret, as mappings see them
 */
public record FnoSettings(
    Settings settings, URI url, String company, JsonNode open, BigDecimal tolerance) {

  static FnoSettings of(Settings settings) {
    try {
      return new FnoSettings(
          settings,
          address(settings),
          settings.text("company"),
          open(settings),
          new BigDecimal(settings.optional("tolerance").orElse("0.00")));
    } catch (NumberFormatException e) {
      throw wrong(settings, "tolerance", "is no number; write it like 0.02");
    }
  }

  private static JsonNode open(Settings settings) {
    ObjectNode open = ModelJson.mapper().createObjectNode();
    FnoResource.json("settings.schema.json")
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = settings.node(property.getKey());
              boolean secret = property.getValue().path("writeOnly").asBoolean(false);
              if (!secret && !value.isMissingNode()) {
                open.set(property.getKey(), value);
              }
            });
    return open;
  }

  private static URI address(Settings settings) {
    try {
      URI uri = new URI(settings.text("url").replaceAll("/+$", ""));
      if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw wrong(
          settings, "url", "is not an address; write it like https://firm.operations.dynamics.com");
    }
    throw wrong(
        settings, "url", "needs https and a host, like https://firm.operations.dynamics.com");
  }

  private static FaultException wrong(Settings settings, String name, String problem) {
    return new FaultException(new Fault.Misconfigured(settings.connection() + "." + name, problem));
  }

  public String connection() {
    return settings.connection();
  }

  /** Whose days the dates of documents are. */
  public ZoneId zone() {
    return settings.zone();
  }

  /** A value that has a default. */
  public String text(String name, String otherwise) {
    return settings.optional(name).orElse(otherwise);
  }

  public Optional<String> optional(String name) {
    return settings.optional(name);
  }

  /** Whether a shop's article number may be that of a variant. */
  public boolean sellsVariants() {
    return text("skuScheme", "item").equals("variant");
  }

  /** Header field that keeps the hub's reference. */
  public String referenceField() {
    return text("orderReference", "CustomersOrderReference");
  }

  /** Entity set of order headers. */
  public String headers() {
    return text("orderHeaders", "SalesOrderHeadersV2");
  }

  /** Entity set of order lines. */
  public String lines() {
    return text("orderLines", "SalesOrderLinesV3");
  }

  /** ISO code of the accounting currency. */
  public String currency() {
    return text("currency", "EUR");
  }

  /** Field of a customer that keeps the VAT id. */
  public String vatField() {
    return text("vatIdField", "TaxExemptNumber");
  }

  /** Decimals that a unit price keeps. */
  public int priceDecimals() {
    return Integer.parseInt(text("priceDecimals", "2"));
  }

  /** A table by a value of the shop. */
  public ShopTable table(String name) {
    return new ShopTable(name, open.path(name));
  }

  @Override
  public String toString() {
    return "FnoSettings[" + connection() + "]";
  }
}
