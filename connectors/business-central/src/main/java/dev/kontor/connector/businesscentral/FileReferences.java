package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Files;
import java.util.regex.Pattern;

/**
 * Opens pictures of items and printed documents. A reference is the path of the stream below the
 * company; a PDF is rendered when it is asked for (business-central/behaviours.md §8).
 */
final class FileReferences implements Files {

  private static final Pattern KNOWN =
      Pattern.compile(
          "(items|itemVariants)\\([0-9a-fA-F-]{36}\\)/picture/pictureContent"
              + "|(salesInvoices|salesCreditMemos|salesShipments)\\([0-9a-fA-F-]{36}\\)"
              + "/pdfDocument/pdfDocumentContent");

  private final Company company;

  FileReferences(Company company) {
    this.company = company;
  }

  static String picture(String set, String id) {
    return OData.key(set, id) + "/picture/pictureContent";
  }

  static String pdf(String set, String id) {
    return OData.key(set, id) + "/pdfDocument/pdfDocumentContent";
  }

  @Override
  public Attachment open(String reference) {
    if (!KNOWN.matcher(reference).matches()) {
      throw new FaultException(
          new Fault.Unsupported("'" + reference + "' names no file of Business Central"));
    }
    return company.client().stream(reference)
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.Missing(
                        EntityType.DOCUMENT_FILE,
                        reference,
                        "Business Central has no file " + reference + " (any more)")));
  }
}
