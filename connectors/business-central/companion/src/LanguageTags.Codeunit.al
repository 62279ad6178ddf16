namespace Kontor.Commerce;

using System.Globalization;

/// <summary>Turns the codes of table Language into tags such as de-DE.</summary>
codeunit 50140 "KTR Language Tags"
{
    Access = Internal;

    var
        Tags: Dictionary of [Code[10], Text[80]];

    procedure TagOf(LanguageCode: Code[10]): Text[80]
    var
        Language: Codeunit Language;
        LanguageId: Integer;
        Tag: Text[80];
    begin
        if LanguageCode = '' then
            exit('');
        if Tags.Get(LanguageCode, Tag) then
            exit(Tag);
        LanguageId := Language.GetLanguageId(LanguageCode);
        if LanguageId <> 0 then
            Tag := CopyStr(Language.GetCultureName(LanguageId), 1, MaxStrLen(Tag));
        Tags.Add(LanguageCode, Tag);
        exit(Tag);
    end;
}
