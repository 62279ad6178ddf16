package dev.kontor.twin.financeoperations.visibility;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reservations made in the add-in. The shape of the answer is not settled by any source
 * (contract.md §13).
 */
final class SoftReservations {
  private record Reservation(String id, Spot spot, BigDecimal quantity) {}

  private final Map<String, Reservation> byRequest = new LinkedHashMap<>();

  /**
   * Reserves; the same id again answers the same.
   *
   * @param free what may still be reserved at a spot
   */
  synchronized ObjectNode reserve(JsonNode body, Function<Spot, BigDecimal> free) {
    Spot spot = Spot.of(body);
    String request = text(body, "id");
    Reservation before = byRequest.get(request);
    if (before != null) {
      return done(before.id(), "success", "");
    }
    BigDecimal quantity = number(body, "quantity");
    if (body.path("ifCheckAvailForReserv").asBoolean()
        && free.apply(spot).compareTo(quantity) < 0) {
      return done("", "failed", "Not enough available for reservation.");
    }
    Reservation made = new Reservation(Ids.guid(), spot, quantity);
    byRequest.put(request, made);
    return done(made.id(), "success", "");
  }

  /** Takes back a reservation whole. */
  synchronized ObjectNode unreserve(JsonNode body) {
    String id = text(body, "reservationId");
    boolean there = byRequest.values().removeIf(reservation -> reservation.id().equals(id));
    return done(id, there ? "success" : "failed", there ? "" : "No such reservation.");
  }

  synchronized BigDecimal at(Spot spot) {
    return byRequest.values().stream()
        .filter(reservation -> reservation.spot().equals(spot))
        .map(Reservation::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ObjectNode done(String id, String status, String message) {
    return Json.object()
        .put("reservationId", id)
        .put("processingStatus", status)
        .put("message", message);
  }
}
