package dev.kontor.proof.day;

/**
 * One article number of the merchant.
 *
 * @param item number of the ERP's item
 * @param variant the ERP's code of it, empty if it is none
 * @param rate German VAT in percent
 * @param place among the items, from 1
 * @param varied whether it is only bought as one of its variants
 */
record Ware(String sku, String item, String variant, String rate, int place, boolean varied) {

  /** API v2.0 shows no stock of variants. */
  boolean isCounted() {
    return variant.isEmpty() && !varied;
  }
}
