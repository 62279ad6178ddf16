package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.media.Files;
import dev.kontor.twin.shopware.media.Upload;
import dev.kontor.twin.shopware.shop.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Files of media entities and documents, in and out. */
final class FileRoutes {
  private final Files files;
  private final Documents documents;

  FileRoutes(Files files, Documents documents) {
    this.files = files;
    this.documents = documents;
  }

  /** /_action/media/{id}/upload: replaces the entity's file. */
  Answer media(Request request) {
    if (!request.segment(3).equals("upload")) {
      throw Errors.noRoute(request.call().method(), request.address());
    }
    ActionRoutes.only("POST", request);
    String id = request.segment(2);
    Upload upload = Uploads.of(request.call(), id);
    // What is not ASCII goes, umlauts too (MediaUploadController).
    String name = upload.name().replaceAll("[^\\x20-\\x7E]", "");
    files.store(
        id, new Upload(name, upload.extension(), upload.type(), upload.content()), request.base());
    return Answer.empty(204).with("Location", request.base() + "/api/media/" + id);
  }

  /** /_action/order/document/{type}/create. */
  Answer create(Request request) {
    ActionRoutes.only("POST", request);
    Access.require(request.client(), List.of("document:create"));
    JsonNode wishes = request.content();
    if (wishes.isEmpty()) {
      String parameter = "Request parameters must be an array of documents object";
      throw ApiError.of(
          400,
          "FRAMEWORK__INVALID_REQUEST_PARAMETER",
          "The parameter \"" + parameter + "\" is invalid.",
          Json.object().put("parameter", parameter));
    }
    for (JsonNode wish : wishes) {
      if (!wish.path("fileType").asString("pdf").equals("pdf")) {
        throw ApiError.of(
            400,
            "VIOLATION::NO_SUCH_CHOICE_ERROR",
            "The value you selected is not a valid choice.",
            Json.object().put("{{ value }}", wish.path("fileType").toString()));
      }
    }
    return Answer.json(200, documents.create(request.segment(3), wishes, request.base()));
  }

  /** /_action/document/{id}/upload and /_action/document/{id}/{deepLinkCode}. */
  Answer document(Request request) {
    if (!request.segment(3).equals("upload")) {
      return download(request);
    }
    ActionRoutes.only("POST", request);
    Access.require(request.client(), List.of("document:update"));
    Optional<Upload> upload =
        request
            .call()
            .param("fileName")
            .filter(n -> !n.isEmpty())
            .map(n -> Uploads.of(request.call(), n));
    return Answer.json(200, documents.upload(request.segment(2), upload, request.base()));
  }

  private Answer download(Request request) {
    ActionRoutes.only("GET", request);
    Access.require(request.client(), List.of("document:read"));
    return documents
        .read(request.segment(2), request.segment(3))
        .map(FileRoutes::answer)
        .orElseGet(() -> Answer.empty(204));
  }

  /** A public file of the shop, without sign-in. */
  static Answer open(Files files, Call call) {
    return files
        .at(call.path().substring(1))
        .map(FileRoutes::answer)
        .orElseGet(() -> Answer.text(404, "Not Found"));
  }

  private static Answer answer(Upload file) {
    String name = (file.name() + "." + file.extension()).replaceAll("[^\\x20-\\x7E]", "_");
    return new Answer(
        200,
        Map.of(
            "Content-Type",
            file.type(),
            "Content-Disposition",
            "inline; filename=\"" + name + "\""),
        file.content());
  }
}
