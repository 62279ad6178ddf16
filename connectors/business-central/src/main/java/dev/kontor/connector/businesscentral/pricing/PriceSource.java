package dev.kontor.connector.businesscentral.pricing;

/**
 * Whom a price list line is for.
 *
 * @param no of the customer, group, campaign or contact; blank for all customers
 */
public record PriceSource(SourceType type, String no) {

  public static final PriceSource ALL_CUSTOMERS = new PriceSource(SourceType.ALL_CUSTOMERS, "");

  @Override
  public String toString() {
    return no.isEmpty() ? type.name() : type + " " + no;
  }
}
