namespace Kontor.Commerce;


page 50121 "KTR Item Variant Options"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'itemVariantOption';
    EntitySetName = 'itemVariantOptions';
    EntityCaption = 'Item variant option';
    EntitySetCaption = 'Item variant options';
    SourceTable = "KTR Item Variant Option";
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                    Editable = false;
                }
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'variantCode', Locked = true;
                }
                field(position; Rec.Position)
                {
                    Caption = 'position', Locked = true;
                }
                field(optionName; Rec."Option Name")
                {
                    Caption = 'optionName', Locked = true;
                }
                field(optionValue; Rec."Option Value")
                {
                    Caption = 'optionValue', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                    Editable = false;
                }
            }
        }
    }
}
