package dev.kontor.app.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A simulated ERP: what people do in it, and the truth it keeps. */
public interface DemoErp extends Simulated {

  /** The ERPs there are, by their connector's id. */
  Choice<Start> CHOICE =
      new Choice<>(
          "ERP",
          Map.of(
              "business-central", BusinessCentralErp::start,
              "finance-operations", FinanceOperationsErp::start));

  /** Starts an ERP. */
  @FunctionalInterface
  interface Start {
    /**
     * @param assortment the articles it knows and has in stock
     * @param port on loopback, 0 for any free one
     */
    DemoErp start(Assortment assortment, int port) throws IOException;
  }

  /** The warehouse receives pieces, or takes some out where negative. */
  void move(String sku, BigDecimal quantity);

  List<Booked> orders();

  /**
   * What lies in its locations, by item number, whatever its case; open orders are not subtracted.
   */
  Map<String, BigDecimal> stock();

  /** E-mail address of every customer that has one. */
  List<String> customers();

  /**
   * An order as the ERP has it.
   *
   * @param reference what the hub calls the order there
   * @param gross what the ERP itself computes of it, with tax
   */
  record Booked(String number, String reference, BigDecimal gross) {}
}
