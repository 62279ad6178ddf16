package dev.kontor.twin.financeoperations.events;

import java.net.URI;
import java.util.Set;

/**
 * Where events of a company are sent.
 *
 * @param events ids
 */
record Endpoint(URI url, String company, Set<String> events) {
  boolean wants(String ofCompany, String event) {
    return company.equals(ofCompany) && events.contains(event);
  }
}
