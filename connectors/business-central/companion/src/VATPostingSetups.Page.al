namespace Kontor.Commerce;

using Microsoft.Finance.VAT.Setup;

page 50115 "KTR VAT Posting Setups"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'vatPostingSetup';
    EntitySetName = 'vatPostingSetups';
    EntityCaption = 'Vat posting setup';
    EntitySetCaption = 'Vat posting setups';
    SourceTable = "VAT Posting Setup";
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
                field(vatBusinessPostingGroup; Rec."VAT Bus. Posting Group")
                {
                    Caption = 'vatBusinessPostingGroup', Locked = true;
                }
                field(vatProductPostingGroup; Rec."VAT Prod. Posting Group")
                {
                    Caption = 'vatProductPostingGroup', Locked = true;
                }
                field(vatPercent; Rec."VAT %")
                {
                    Caption = 'vatPercent', Locked = true;
                }
                field(vatIdentifier; Rec."VAT Identifier")
                {
                    Caption = 'vatIdentifier', Locked = true;
                }
                field(vatCalculationType; Rec."VAT Calculation Type")
                {
                    Caption = 'vatCalculationType', Locked = true;
                }
                field(blocked; Rec.Blocked)
                {
                    Caption = 'blocked', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }
}
