package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Json;
import tools.jackson.databind.node.ObjectNode;

/** The days between which the company lets people post (General Ledger Setup). */
final class PostingDates {
  private PostingDates() {}

  /** Throws ODataFault when the document would be posted on another day. */
  static void require(Records records, SalesDocument document) {
    ObjectNode setup = records.byId("_setup", "company").orElseGet(Json::object);
    String from = Records.text(setup, "allowPostingFrom");
    String to = Records.text(setup, "allowPostingTo");
    String day = Parcel.postingDate(document.header(), records);
    boolean early = !from.isEmpty() && day.compareTo(from) < 0;
    if (early || (!to.isEmpty() && day.compareTo(to) > 0)) {
      throw Faults.dialog(
          "Posting Date is not within your range of allowed posting dates in Sales Header: Document Type=%s, No.=%s."
              .formatted(document.kind().label(), Records.text(document.header(), "number")));
    }
  }
}
