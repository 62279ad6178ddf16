namespace Kontor.Commerce;


page 50123 "KTR Item Texts"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemText';
    EntitySetName = 'itemTexts';
    EntityCaption = 'Item text';
    EntitySetCaption = 'Item texts';
    SourceTable = "KTR Item Text";
    SourceTableTemporary = true;
    ODataKeyFields = Id;
    DelayedInsert = true;
    Extensible = false;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.Id)
                {
                    Caption = 'id', Locked = true;
                }
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(kind; Rec.Kind)
                {
                    Caption = 'kind', Locked = true;
                }
                field(languageCode; Rec."Language Code")
                {
                    Caption = 'languageCode', Locked = true;
                }
                field(languageTag; Rec."Language Tag")
                {
                    Caption = 'languageTag', Locked = true;
                }
                field(startingDate; Rec."Starting Date")
                {
                    Caption = 'startingDate', Locked = true;
                }
                field(endingDate; Rec."Ending Date")
                {
                    Caption = 'endingDate', Locked = true;
                }
                field(text; TextOfItem)
                {
                    Caption = 'text', Locked = true;
                }
                field(lastModifiedDateTime; Rec."Last Modified")
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    var
        ItemTextReader: Codeunit "KTR Item Text Reader";
    begin
        ItemTextReader.Fill(Rec, Rec.GetFilter("Item No."));
    end;

    trigger OnAfterGetRecord()
    begin
        TextOfItem := Rec.GetText();
    end;

    var
        TextOfItem: Text;
}
