package dev.kontor.proof.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the shop gave back of each order, beside the ERP's credit memos. */
final class RefundBooks {

  private RefundBooks() {}

  /** What a clerk credited in the ERP is no refund of the shop, and bears no order's reference. */
  static List<Unequal> compared(Books books) {
    List<Unequal> unequal = new ArrayList<>();
    for (JsonNode order : books.orders()) {
      BigDecimal refunded = new BigDecimal(order.path("refunded").asString());
      List<JsonNode> memos =
          books.memos(order).stream()
              .filter(memo -> memo.path("externalDocumentNumber").asString("").contains("/"))
              .toList();
      BigDecimal credited = OrderBooks.sum(memos, "totalAmountIncludingTax");
      if (refunded.compareTo(credited) != 0) {
        unequal.add(
            new Unequal(
                Matter.REFUND,
                Books.number(order),
                refunded + " given back by the shop, " + credited + " credited in the ERP"));
      }
    }
    return unequal;
  }
}
