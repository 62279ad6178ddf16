package dev.kontor.connector.businesscentral;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Today, as the company's calendar has it: prices and texts hold from day to day.
 *
 * @param zone of the company
 */
record CompanyDay(InstantSource clock, ZoneId zone) {

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
