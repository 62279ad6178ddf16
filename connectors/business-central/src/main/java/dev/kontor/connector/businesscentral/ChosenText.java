package dev.kontor.connector.businesscentral;

import dev.kontor.model.Order;
import dev.kontor.model.OrderLine;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * What the buyer chose for a line: in its description where that has the room, else in comment
 * lines at the end of the order, which say the article. A comment right below the line would stay
 * behind if the line went.
 */
final class ChosenText {

  private ChosenText() {}

  /** Cut to what a description takes. */
  static String description(OrderLine line) {
    return Texts.cut(fits(line) ? line.text() : line.description(), Texts.DESCRIPTION);
  }

  /** Adds the comment lines, and to the notes what did not fit there either. */
  static void addComments(Order order, ArrayNode lines, List<String> notes) {
    for (OrderLine line : order.lines()) {
      if (!fits(line)) {
        String article = line.sku() == null ? line.description() : line.sku();
        String text = article + ", " + line.chosen();
        OrderComment.add(text, "what was chosen for " + article, lines, notes);
      }
    }
  }

  private static boolean fits(OrderLine line) {
    return line.options().isEmpty() || line.text().length() <= Texts.DESCRIPTION;
  }
}
