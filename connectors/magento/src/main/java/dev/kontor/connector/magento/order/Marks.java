package dev.kontor.connector.magento.order;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comments by which the hub knows again what it brought about, so that it is not done twice. */
public final class Marks {

  private static final String SHIPMENT = "ERP shipment ";

  private Marks() {}

  /** On a shipment the hub made. */
  public static String shipment(String number) {
    return SHIPMENT + number;
  }

  /** On an order, of goods that the shop said had left before the ERP did. */
  public static String shownAlready(String number, String shipment) {
    return shipment(number) + shown(shipment);
  }

  private static String shown(String shipment) {
    return " is the shop's shipment " + shipment;
  }

  /** Whether a comment says of which shipment of the ERP that of the shop is. */
  public static boolean isShown(String comment, String shipment) {
    return comment.startsWith(SHIPMENT) && comment.endsWith(shown(shipment));
  }

  /** Whether the hub made that shipment of the shop. */
  public static boolean isOurs(JsonNode shipment) {
    return comments(shipment.path("comments")).anyMatch(comment -> comment.startsWith(SHIPMENT));
  }

  /** Texts of a list of comments. */
  public static Stream<String> comments(JsonNode list) {
    return list.valueStream().map(entry -> entry.path("comment").asString(""));
  }
}
