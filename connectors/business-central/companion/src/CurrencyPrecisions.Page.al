namespace Kontor.Commerce;

using Microsoft.Finance.Currency;

page 50114 "KTR Currency Precisions"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'currencyPrecision';
    EntitySetName = 'currencyPrecisions';
    EntityCaption = 'Currency precision';
    EntitySetCaption = 'Currency precisions';
    SourceTable = Currency;
    ODataKeyFields = SystemId;
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
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                }
                field(code; Rec.Code)
                {
                    Caption = 'code', Locked = true;
                }
                field(isoCode; Rec."ISO Code")
                {
                    Caption = 'isoCode', Locked = true;
                }
                field(amountRoundingPrecision; Rec."Amount Rounding Precision")
                {
                    Caption = 'amountRoundingPrecision', Locked = true;
                }
                field(unitAmountRoundingPrecision; Rec."Unit-Amount Rounding Precision")
                {
                    Caption = 'unitAmountRoundingPrecision', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }
}
