package dev.kontor.app.demo;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a shop sells; its ERP knows the same articles.
 *
 * @param coupons that take something off an order
 */
public record Assortment(List<Article> articles, List<String> coupons) {

  public Assortment {
    articles = List.copyOf(articles);
    coupons = List.copyOf(coupons);
  }

  /**
   * One article that can be bought.
   *
   * @param rate German VAT in percent
   * @param scarce sold only while in stock
   */
  public record Article(String sku, String name, String rate, BigDecimal stock, boolean scarce) {}

  /** Articles of that German rate that never sell out in a demo. */
  public List<Article> ofRate(String rate) {
    return articles.stream().filter(a -> a.rate().equals(rate) && !a.scarce()).toList();
  }
}
