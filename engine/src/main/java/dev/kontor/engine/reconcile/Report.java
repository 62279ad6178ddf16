package dev.kontor.engine.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a comparison of all documents of a flow has found. */
public final class Report {

  private final List<Difference> differences = new ArrayList<>();
  private final List<Difference> explained = new ArrayList<>();
  private final SortedMap<String, Sums> sums = new TreeMap<>();
  private int compared;
  private int waiting;
  private String note = "";

  void count() {
    compared++;
  }

  /** What both sides have of one document with a value, also where they disagree. */
  void sum(String currency, BigDecimal here, BigDecimal there) {
    sums.merge(currency, Sums.of(here, there), Sums::plus);
  }

  void add(Difference difference) {
    (difference.cause() == Cause.ROUNDING ? explained : differences).add(difference);
  }

  void say(String what) {
    note = what;
  }

  /** One that differs and that the hub is about to write. */
  void waits() {
    waiting++;
  }

  /** Documents that were looked at. */
  public int compared() {
    return compared;
  }

  /** Those found in the source first, in its order. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** What is not the same to the cent and was accepted so; nobody has to do anything. */
  public List<Difference> explained() {
    return List.copyOf(explained);
  }

  /** The differences counted by cause, in words; empty if there are none. */
  public String causes() {
    return differences.stream()
        .collect(Collectors.groupingBy(Difference::cause, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(count -> count.getKey().words() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  /** How many differ and have a change on its way in the ledger, so that they are no finding. */
  public int waiting() {
    return waiting;
  }

  /** How far it could be compared; empty if wholly. */
  public String note() {
    return note;
  }

  /** Orders or payments that both sides have, by ISO 4217 code of their currency. */
  public Map<String, Sums> sums() {
    return Map.copyOf(sums);
  }
}
