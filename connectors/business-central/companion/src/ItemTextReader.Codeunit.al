namespace Kontor.Commerce;

using Microsoft.Foundation.ExtendedText;
using Microsoft.Inventory.Item;
using System.Text;

/// <summary>Collects extended texts and marketing texts of items into a temporary table.</summary>
codeunit 50141 "KTR Item Text Reader"
{
    Access = Internal;

    procedure Fill(var TempItemText: Record "KTR Item Text" temporary; ItemFilter: Text)
    begin
        AddExtendedTexts(TempItemText, ItemFilter);
        AddMarketingTexts(TempItemText, ItemFilter);
        if TempItemText.FindFirst() then;
    end;

    local procedure AddExtendedTexts(var TempItemText: Record "KTR Item Text" temporary; ItemFilter: Text)
    var
        ExtendedTextHeader: Record "Extended Text Header";
        LanguageTags: Codeunit "KTR Language Tags";
        ModifiedAt: DateTime;
    begin
        ExtendedTextHeader.SetRange("Table Name", ExtendedTextHeader."Table Name"::Item);
        if ItemFilter <> '' then
            ExtendedTextHeader.SetFilter("No.", ItemFilter);
        if not ExtendedTextHeader.FindSet() then
            exit;
        repeat
            ModifiedAt := ExtendedTextHeader.SystemModifiedAt;
            TempItemText.Init();
            TempItemText.Id := ExtendedTextHeader.SystemId;
            TempItemText."Item No." := ExtendedTextHeader."No.";
            TempItemText.Kind := TempItemText.Kind::Extended;
            TempItemText."Language Code" := ExtendedTextHeader."Language Code";
            TempItemText."Language Tag" := LanguageTags.TagOf(ExtendedTextHeader."Language Code");
            TempItemText."Starting Date" := ExtendedTextHeader."Starting Date";
            TempItemText."Ending Date" := ExtendedTextHeader."Ending Date";
            TempItemText.SetText(LinesOf(ExtendedTextHeader, ModifiedAt));
            TempItemText."Last Modified" := ModifiedAt;
            TempItemText.Insert();
        until ExtendedTextHeader.Next() = 0;
    end;

    local procedure LinesOf(ExtendedTextHeader: Record "Extended Text Header"; var ModifiedAt: DateTime): Text
    var
        ExtendedTextLine: Record "Extended Text Line";
        Joined: TextBuilder;
        LineFeed: Char;
    begin
        LineFeed := 10;
        ExtendedTextLine.SetRange("Table Name", ExtendedTextHeader."Table Name");
        ExtendedTextLine.SetRange("No.", ExtendedTextHeader."No.");
        ExtendedTextLine.SetRange("Language Code", ExtendedTextHeader."Language Code");
        ExtendedTextLine.SetRange("Text No.", ExtendedTextHeader."Text No.");
        if ExtendedTextLine.FindSet() then
            repeat
                if Joined.Length() > 0 then
                    Joined.Append(Format(LineFeed));
                Joined.Append(ExtendedTextLine.Text);
                if ExtendedTextLine.SystemModifiedAt > ModifiedAt then
                    ModifiedAt := ExtendedTextLine.SystemModifiedAt;
            until ExtendedTextLine.Next() = 0;
        exit(Joined.ToText());
    end;

    // The table of marketing texts belongs to the platform and has no time of change one may rely on: the item's is given.
    local procedure AddMarketingTexts(var TempItemText: Record "KTR Item Text" temporary; ItemFilter: Text)
    var
        Item: Record Item;
        EntityText: Codeunit "Entity Text";
        MarketingText: Text;
    begin
        if ItemFilter <> '' then
            Item.SetFilter("No.", ItemFilter);
        Item.SetLoadFields("No.");
        if not Item.FindSet() then
            exit;
        repeat
            MarketingText := EntityText.GetText(Database::Item, Item.SystemId, Enum::"Entity Text Scenario"::"Marketing Text");
            if MarketingText <> '' then begin
                TempItemText.Init();
                TempItemText.Id := Item.SystemId;
                TempItemText."Item No." := Item."No.";
                TempItemText.Kind := TempItemText.Kind::Marketing;
                TempItemText.SetText(MarketingText);
                TempItemText."Last Modified" := Item.SystemModifiedAt;
                TempItemText.Insert();
            end;
        until Item.Next() = 0;
    end;
}
