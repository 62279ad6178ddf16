package dev.kontor.twin.financeoperations.records;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What all rules share: the tables, the companies, the settings and the time. */
public final class Erp {
  private final Records records;
  private final Supplier<Settings> settings;
  private final InstantSource clock;
  private final Map<String, Company> companies = new ConcurrentSkipListMap<>();

  public Erp(Records records, Supplier<Settings> settings, InstantSource clock) {
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  public Records records() {
    return records;
  }

  public Settings settings() {
    return settings.get();
  }

  public Instant now() {
    return clock.instant();
  }

  /** The day it is in the company's time zone. */
  public LocalDate today(String company) {
    return LocalDate.ofInstant(now(), ZoneId.of(company(company).timeZone()));
  }

  public void add(Company company) {
    companies.put(company.id(), company);
  }

  public Company company(String id) {
    return known(id).orElseThrow(() -> new IllegalArgumentException("No company " + id));
  }

  public Optional<Company> known(String id) {
    return Optional.ofNullable(companies.get(id.toLowerCase(java.util.Locale.ROOT)));
  }

  public List<String> companies() {
    return List.copyOf(companies.keySet());
  }

  /** A day as the system tells and stores it: noon UTC. */
  public static String day(LocalDate day) {
    return day + "T12:00:00Z";
  }

  /** The day of a stored value. */
  public static LocalDate day(ObjectNode row, String field) {
    return LocalDate.parse(Records.text(row, field).substring(0, 10));
  }

  /** Whether a stored value means "no date". */
  public static boolean isNoDay(ObjectNode row, String field) {
    return Records.text(row, field).startsWith("1900-01-01") || Records.text(row, field).isEmpty();
  }
}
