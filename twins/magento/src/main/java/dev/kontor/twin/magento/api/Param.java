package dev.kontor.twin.magento.api;

/**
 * One parameter of a service, by name and type.
 *
 * @param name in camel case, as the service has it
 * @param type a name of {@link Types}, a simple type, or either with {@code []}
 */
public record Param(String name, String type, boolean required) {
  public static Param required(String name, String type) {
    return new Param(name, type, true);
  }

  public static Param optional(String name, String type) {
    return new Param(name, type, false);
  }

  /** What every search takes. */
  public static Param criteria() {
    return required("searchCriteria", "framework-search-criteria-interface");
  }
}
