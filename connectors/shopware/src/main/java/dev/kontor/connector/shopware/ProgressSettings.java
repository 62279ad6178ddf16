package dev.kontor.connector.shopware;

import dev.kontor.model.ProgressEvent.Kind;
import dev.kontor.spi.Settings;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How the shop shows what the ERP does with an order.
 *
 * @param used whether the connection's settings speak of it at all
 * @param process whether a released order becomes "in progress"
 * @param cancel whether an order cancelled in the ERP is cancelled in the shop
 * @param mails on which occasions the shop mails the buyer
 */
public record ProgressSettings(boolean used, boolean process, boolean cancel, Set<Kind> mails) {

  static ProgressSettings of(Settings settings) {
    JsonNode node = settings.node("progress");
    Set<Kind> mails = EnumSet.noneOf(Kind.class);
    for (JsonNode name : node.path("mails")) {
      switch (name.asString("")) {
        case "released" -> mails.add(Kind.RELEASED);
        case "shipped" -> mails.add(Kind.SHIPPED);
        case "cancelled" -> mails.add(Kind.CANCELLED);
        default ->
            throw ShopwareSettings.wrong(
                settings,
                "progress.mails",
                "knows no '" + name.asString("") + "'; write released, shipped or cancelled");
      }
    }
    return new ProgressSettings(
        node.isObject(),
        node.path("inProgress").asBoolean(true),
        node.path("cancel").asBoolean(true),
        Set.copyOf(mails));
  }
}
