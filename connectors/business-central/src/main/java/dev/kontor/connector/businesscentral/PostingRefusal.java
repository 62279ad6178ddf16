package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why Business Central did not post a document, and what a person does about it. It says so in a
 * message only, whose language is pinned to en-US (business-central/behaviours.md §3 and §4).
 */
enum PostingRefusal {
  NOTHING(
      "There is nothing to post",
      "Its lines have nothing to ship or to invoice: enter Qty. to Ship and Qty. to Invoice"),
  BLOCKED("is blocked with type", "Take the block off the customer card, or post by hand"),
  DATE(
      "range of allowed posting dates",
      "Extend Allow Posting From and To of General Ledger Setup or User Setup, or correct the"
          + " order's posting date"),
  GROUP(
      "Posting Group must have a value|Posting Setup does not exist|Posting Setup must have",
      "Complete the posting groups of the customer, the items and General Posting Setup"),
  STOCK("insufficient quantity|on inventory", "Book the goods in, or correct the quantity to ship"),
  APPROVAL("approval process", "Have the order approved"),
  WAREHOUSE(
      "Warehouse Shipment|warehouse handling",
      "Post it with the warehouse documents of its location"),
  OTHER("", "Put that right in Business Central");

  private final Pattern sign;
  private final String remedy;

  PostingRefusal(String sign, String remedy) {
    this.sign = Pattern.compile(sign);
    this.remedy = remedy;
  }

  /** The same fault in plain words, if it is about what was to be posted. */
  static Fault explained(Fault fault, String document) {
    return fault instanceof Fault.Invalid refused
        ? new Fault.Invalid(
            "posting",
            "Business Central does not post "
                + document
                + ": "
                + refused.problem()
                + " "
                + of(refused.problem()).remedy
                + ", then resubmit this message",
            refused.remoteCode())
        : fault;
  }

  private static PostingRefusal of(String problem) {
    return Stream.of(values())
        .filter(refusal -> refusal.sign.matcher(problem).find())
        .findFirst()
        .orElse(OTHER);
  }
}
