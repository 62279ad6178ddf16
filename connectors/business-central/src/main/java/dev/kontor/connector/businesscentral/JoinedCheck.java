package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether each page of setting {@code joined} is there as the setting says, and can be read. */
final class JoinedCheck {

  private final Configuration configuration;
  private final Company company;

  JoinedCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    Set<String> sets = configuration.joins().stream().map(Join::to).collect(Collectors.toSet());
    JoinedPages pages = new JoinedPages(configuration, company, sets);
    pages.all().forEach(join -> look(pages, join, findings));
  }

  private static void look(JoinedPages pages, Join join, List<Finding> findings) {
    try {
      pages.page(pages.required(join)).tryReading();
    } catch (FaultException e) {
      findings.add(
          Finding.error("setting " + join.setting(), e.fault().message(), remedy(join, e.fault())));
      return;
    }
    if (join.isSoap()) {
      findings.add(
          Finding.warning(
              "setting " + join.setting(),
              join.page()
                  + " is not followed: a change of it is told with the next change of its "
                  + join.to(),
              "Publish it as a custom API page, if the server can."));
    } else if (pages.stamp(join) == null) {
      findings.add(
          Finding.warning(
              "setting " + join.setting(),
              join.page()
                  + " has neither lastModifiedDateTime nor systemModifiedAt: a change of it is told"
                  + " with the next change of its "
                  + join.to(),
              "Add the field to the page, source SystemModifiedAt."));
    }
  }

  private static String remedy(Join join, Fault fault) {
    return fault instanceof Fault.Misconfigured
        ? "Correct the setting."
        : (join.isSoap() ? "Publish " : "Install the extension with ")
            + join.page()
            + ", grant the application a permission set that reads it, or correct the setting.";
  }
}
