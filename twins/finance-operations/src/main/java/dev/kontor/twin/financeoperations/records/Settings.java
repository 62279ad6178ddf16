package dev.kontor.twin.financeoperations.records;

/**
 * How the system is set up and where it may differ from another; the JSON of {@code
 * /_twin/settings} has the same names. What no source settles (contract.md §13) is a switch here.
 *
 * @param language of the service user: {@code en-us} or {@code de}
 * @param defaultCompany of the service user, the one met without cross-company
 * @param clientMapped whether the app's client id is mapped to a user
 * @param pageSize rows of the largest page
 * @param maxPageSize whether {@code Prefer: odata.maxpagesize} is followed
 * @param continueOnError whether {@code Prefer: odata.continue-on-error} is followed in a batch
 * @param missingPatchStatus of PATCH and DELETE of a key nobody has
 * @param existingPostStatus of POST of a key somebody has
 * @param staleTagStatus when If-Match names another version
 * @param logicErrorStatus of refusals by business logic
 * @param taxRounding whether tax is rounded per line or per tax code of the document
 * @param explicitPrice whether a price sent with a line outlasts the evaluation of agreements
 * @param priceDate which day a price must hold on
 * @param calculateLineNetAmount whether a line amount sent is computed anew
 * @param toQuantityExclusive whether an agreement ends below its To quantity
 * @param totals when the totals of an order are computed
 * @param salesOrderNumbers whether numbers are drawn or given
 * @param customerNumbers whether numbers are drawn or given
 * @param automaticReservation whether new order lines reserve stock
 * @param creditCheck what counts against a customer's credit limit
 * @param creditCheckRefuses whether a limit that is exceeded stops the line; else nothing is said
 * @param zeroCreditLimitIsNone whether a limit of 0 means unlimited unless it is mandatory
 * @param orderInsertMs what a new order header takes, milliseconds
 * @param definitionGroup the data project for orders of the package API
 * @param importSeconds how long an import is executing
 * @param eventRetryMs before each of the three repetitions of a business event, milliseconds
 * @param postingService group and service of a custom service that posts orders, empty without
 */
public record Settings(
    String language,
    String defaultCompany,
    boolean clientMapped,
    int pageSize,
    boolean maxPageSize,
    boolean continueOnError,
    int missingPatchStatus,
    int existingPostStatus,
    int staleTagStatus,
    int logicErrorStatus,
    TaxRounding taxRounding,
    ExplicitPrice explicitPrice,
    PriceDate priceDate,
    boolean calculateLineNetAmount,
    boolean toQuantityExclusive,
    TotalsWhen totals,
    Numbering salesOrderNumbers,
    Numbering customerNumbers,
    boolean automaticReservation,
    CreditCheck creditCheck,
    boolean creditCheckRefuses,
    boolean zeroCreditLimitIsNone,
    long orderInsertMs,
    String definitionGroup,
    long importSeconds,
    long eventRetryMs,
    String postingService) {

  /** A German demo environment. */
  public static final Settings DEMO =
      new Settings(
          "en-us",
          "demf",
          true,
          10_000,
          true,
          true,
          404,
          400,
          412,
          400,
          TaxRounding.LINE,
          ExplicitPrice.KEPT,
          PriceDate.TODAY,
          true,
          false,
          TotalsWhen.WHEN_CONFIRMED,
          Numbering.AUTOMATIC,
          Numbering.AUTOMATIC,
          false,
          CreditCheck.NONE,
          true,
          true,
          300,
          "Orders",
          2,
          1_000,
          "");
}
