package dev.kontor.connector.magento.order;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.regex.Pattern;

/** Ids of orders, which are whole numbers. */
public final class OrderIds {

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");

  private OrderIds() {}

  /** The shop's database would take the digits at the start of any text for one. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static Fault wrong() {
    return new Fault.Invalid("id", "is no id of a Magento order", null);
  }

  public static FaultException absent(String id) {
    return new FaultException(
        new Fault.Missing(EntityType.ORDER, id, "the order is not in the shop (any more)"));
  }
}
