package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.kit.odata.Rules;
import java.util.Set;

/** Posted lines: read-only, and only of one document. */
public final class DocumentLineRules implements Rules {
  @Override
  public void checkRead(Set<String> filteredFields, boolean throughParent) {
    SalesLineRules.requireDocument(filteredFields, throughParent);
  }
}
